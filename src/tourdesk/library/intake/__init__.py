"""Reading films from whatever hosts have; nothing here saves anything."""
