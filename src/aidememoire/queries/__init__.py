"""Every question a reader asks of a record, as typed answers."""
