"""The package concurrent, which has one inhabitant: concurrent.futures."""
