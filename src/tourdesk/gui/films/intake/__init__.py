"""What is read in: pasted, dropped or opened, and checked before it is saved."""
