# misconception: You record everything for gradients that nobody asks for. Put the loop inside
#   with no_grad().
# rank: 10
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    for x, y in loader:
        scores = model(x, training=False)
        total += float(loss(scores, y).data) * x.shape[0]
        right += accuracy(scores, y) * x.shape[0]
        count += x.shape[0]
    return total / count, right / count
