# misconception: You append a tensor only if all of its parents are leaves. It is appended when
#   all of its parents are in the list.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], set(), [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            parents = one.node.parents if one.node is not None else ()
            if all(parent.node is None for parent in parents):
                order.append(one)
        elif id(one) not in seen:
            seen.add(id(one))
            to_do.append((one, True))
            if one.node is not None:
                to_do.extend((parent, False) for parent in one.node.parents)
    return order
