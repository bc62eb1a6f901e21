"""General knowledge that every stage may look up: countries, news agencies. No case of any one process."""
