# misconception: You count a tensor as seen when it is put on the list of what is still to do. It
#   may be needed further down first: count it when it is taken out.
# rank: 15
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], {id(tensor)}, [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            order.append(one)
            continue
        to_do.append((one, True))
        for parent in one.node.parents if one.node is not None else ():
            if id(parent) not in seen:
                seen.add(id(parent))
                to_do.append((parent, False))
    return order
