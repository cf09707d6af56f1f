# misconception: Your call of before_step has no effect, since it comes before backward or after
#   step. Call it between the two.
# rank: 21
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        if before_step is not None:
            before_step()
        value.backward()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
