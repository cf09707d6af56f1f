# misconception: You ask a leaf for its parents. Its node is None, so it has none: go on without
#   them.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], set(), [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            order.append(one)
        elif id(one) not in seen:
            seen.add(id(one))
            to_do.append((one, True))
            to_do.extend((parent, False) for parent in one.node.parents)
    return order
