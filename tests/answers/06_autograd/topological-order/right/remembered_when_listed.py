# style: looks at the top and takes it out when its parents are listed
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    order, to_do = {}, [tensor]
    while to_do:
        one = to_do[-1]
        parents = () if one.node is None else one.node.parents
        missing = [parent for parent in parents if id(parent) not in order]
        if missing:
            to_do.extend(missing)
            continue
        to_do.pop()
        order.setdefault(id(one), one)
    return list(order.values())
