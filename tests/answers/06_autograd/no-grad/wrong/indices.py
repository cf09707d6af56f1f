# misconception: You go through the places of a list. parameters may be anything that for can go
#   through: for parameter in parameters.
# rank: 20
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for number in range(len(parameters)):
        parameters[number].grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    try:
        yield
    finally:
        Recording.on = before
