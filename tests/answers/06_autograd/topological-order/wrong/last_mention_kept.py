# misconception: Of several mentions you keep the last. By then, others that need the tensor are
#   listed: keep the first.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, to_do = {}, [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            order.pop(id(one), None)
            order[id(one)] = one
        else:
            to_do.append((one, True))
            if one.node is not None:
                to_do.extend((parent, False) for parent in one.node.parents)
    return list(order.values())
