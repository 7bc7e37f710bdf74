"""What there is: components, links, flows, views and eras, read from a pack and checked."""
