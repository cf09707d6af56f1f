# misconception: Your list ends with the parents of the parents. Go on until a tensor has no node.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order = []
    parents = tensor.node.parents if tensor.node is not None else ()
    grandparents = [old for one in parents if one.node is not None for old in one.node.parents]
    for one in (*grandparents, *parents, tensor):
        if not any(one is other for other in order):
            order.append(one)
    return order
