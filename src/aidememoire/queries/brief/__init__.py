"""The brief of a day: what happened, who moved, what is newly disputed, what is planned."""
