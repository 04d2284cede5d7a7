"""What a release and the weekly look after the published site need; nothing here takes part in a build."""
