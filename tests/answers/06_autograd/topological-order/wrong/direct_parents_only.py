# misconception: You list the direct parents only. Go on to their parents, and so on down to the
#   leaves.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order = []
    for parent in tensor.node.parents if tensor.node is not None else ():
        if not any(parent is other for other in order):
            order.append(parent)
    return [*order, tensor]
