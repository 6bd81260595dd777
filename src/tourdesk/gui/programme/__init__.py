"""The programme screen: the slot to scale, the library, the running order and what is known of it."""
