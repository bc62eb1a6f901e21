"""What a person sees: the command line, exports, reports."""
