# misconception: You join the lists of the parents. What stands below two of them is listed twice:
#   skip what is there already.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order = []
    for parent in tensor.node.parents if tensor.node is not None else ():
        order += topological_order(parent)
    return [*order, tensor]
