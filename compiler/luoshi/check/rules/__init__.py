"""One rule, one file. ``luoshi.check.rules.table`` lists them in order."""
