# misconception: Your call of before_step has no effect, since it comes after step or before
#   backward. Call it between the two.
# rank: 22
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        optimizer.step()
        if before_step is not None:
            before_step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
