"""The clerk's commands: what is said and refused here is Japanese."""
