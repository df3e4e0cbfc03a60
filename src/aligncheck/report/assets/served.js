decisions.load();
