ifdef A
