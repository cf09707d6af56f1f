# style: a stack of iterators over the parents
#| export
def topological_order(tensor: Tensor) -> list[Tensor]:
    def parents_of(one):
        return iter(one.node.parents if one.node is not None else ())

    order, seen, path = [], {id(tensor)}, [(tensor, parents_of(tensor))]
    while path:
        one, parents = path[-1]
        for parent in parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                path.append((parent, parents_of(parent)))
                break
        else:
            order.append(path.pop()[0])
    return order
