"""What keys do, as data: bindings, help, README, palette and the keys named in hints are all made from it."""
