"""Documents become articles: the story told apart from its rubbish."""
