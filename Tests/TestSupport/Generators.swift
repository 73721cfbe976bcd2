// Tests draw their texts from the house's own generator, which this lends to every test that has this module.
@_exported public import LeitongAlgorithms
