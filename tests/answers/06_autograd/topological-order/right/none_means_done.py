# style: names and a dictionary of states
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], {}, [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            order.append(one)
        elif id(one) not in seen:
            seen[id(one)] = one
            to_do.append((one, True))
            if one.node is not None:
                to_do.extend((parent, False) for parent in one.node.parents)
    return order
