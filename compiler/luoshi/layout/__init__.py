"""Blocks and calendars to pages of positioned runs."""
