# misconception: no_grad() alone does nothing. Write with no_grad(): and put the loop inside.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    no_grad()
    for x, y in loader:
        scores = model(x, training=False)
        total += float(loss(scores, y).data) * x.shape[0]
        right += accuracy(scores, y) * x.shape[0]
        count += x.shape[0]
    return total / count, right / count
