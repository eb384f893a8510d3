"""The field tables, one for each record of the language."""
