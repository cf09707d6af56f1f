# misconception: You ask the loader for its length, and it may not know it. Count the samples in
#   the loop.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data)
            right += accuracy(scores, y)
            count += x.shape[0]
    return total / len(loader), right / len(loader)
