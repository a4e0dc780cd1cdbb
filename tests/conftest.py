"""What several test files share."""

import os

# Before huggingface_hub is imported: no test may wait for a network.
os.environ["HF_HUB_OFFLINE"] = "1"

import pytest

from index.encoder import Encoder, open_encoder


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The bundled default; its first `passages` restores and loads the model."""
    return open_encoder()
