"""The record in the forms that conflict research uses: PLOVER events, ACLED-like rows, PA-X issues, ceasefires."""
