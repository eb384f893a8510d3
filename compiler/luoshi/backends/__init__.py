"""Format-free documents, calendars and tables to bytes. A backend never sees a plan."""
