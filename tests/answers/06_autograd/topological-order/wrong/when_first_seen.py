# misconception: You list a tensor when it is first met. It may be met again deeper down; append
#   it after its parents.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], set(), [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            order.append(one)
        elif id(one) not in seen:
            seen.add(id(one))
            order.insert(0, one)
            if one.node is not None:
                to_do.extend((parent, False) for parent in one.node.parents)
    return order
