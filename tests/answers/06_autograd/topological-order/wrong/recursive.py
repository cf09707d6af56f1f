# misconception: Your function calls itself for each parent, and Python stops at about a thousand
#   calls. Keep a list of what is still to do.
# rank: 10
#| export
def topological_order(tensor):
    order, seen = [], set()

    def visit(one):
        if id(one) not in seen:
            seen.add(id(one))
            for parent in one.node.parents if one.node else ():
                visit(parent)
            order.append(one)

    visit(tensor)
    return order
