# misconception: You go level by level and turn the levels round. A tensor may also be needed
#   further down than where you meet it first: append it after its parents.
# rank: 20
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, seen, level = [], set(), [tensor]
    while level:
        below = []
        for one in level:
            if id(one) not in seen:
                seen.add(id(one))
                order.append(one)
                below.extend(one.node.parents if one.node is not None else ())
        level = below
    return order[::-1]
