"""Format-free documents: the tree, house styles, wording, and the builders that fill them."""
