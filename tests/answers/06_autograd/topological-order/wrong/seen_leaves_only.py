# misconception: You remember only leaves. Other tensors may be used several times, too: remember
#   each one.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], set(), [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            order.append(one)
        elif id(one) not in seen:
            if one.node is None:
                seen.add(id(one))
            to_do.append((one, True))
            if one.node is not None:
                to_do.extend((parent, False) for parent in one.node.parents)
    return order
