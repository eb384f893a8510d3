"""The command line: arguments, screens, exit codes. The only room that knows click."""
