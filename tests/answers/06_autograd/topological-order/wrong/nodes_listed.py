# misconception: You list nodes. The list holds tensors, with leaves among them, which have no
#   node.
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, to_do = [], set(), [(tensor.node, False)]
    while to_do:
        node, parents_are_done = to_do.pop()
        if parents_are_done:
            order.append(node)
        elif node is not None and id(node) not in seen:
            seen.add(id(node))
            to_do.append((node, True))
            to_do.extend((parent.node, False) for parent in node.parents)
    return order
