# misconception: You remember the numbers of the tensors. Two tensors may hold equal numbers:
#   remember id(tensor).
# rank: 200
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], set(), [(tensor, False)]
    while to_do:
        one, parents_are_done = to_do.pop()
        if parents_are_done:
            order.append(one)
        elif float(one.data) not in seen:
            seen.add(float(one.data))
            to_do.append((one, True))
            if one.node is not None:
                to_do.extend((parent, False) for parent in one.node.parents)
    return order
