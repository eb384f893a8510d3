"""The one build that strings the rooms together; holds no rules."""
