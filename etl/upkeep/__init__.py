"""What a store needs in the long run: room on its disk, and a look at whether all of it is well."""
