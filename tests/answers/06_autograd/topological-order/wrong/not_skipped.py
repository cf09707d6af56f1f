# misconception: A tensor that is used several times stands in your list several times. Skip one
#   that you have seen.
# rank: 20
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], set(), [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            order.append(one)
        else:
            to_do.append((one, True))
            if one.node is not None:
                to_do.extend((parent, False) for parent in one.node.parents)
    return order
