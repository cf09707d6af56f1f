# misconception: After the block the switch stays off. Give Recording.on the value that it had
#   before.
# rank: 20
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    Recording.on = False
    yield
