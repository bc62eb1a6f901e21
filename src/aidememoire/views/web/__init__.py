"""The desk: the record as pages in a browser, each of them JSON and a table as well."""
