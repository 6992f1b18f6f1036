def test_a_living_process_says_ok_without_a_database(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.text == "ok"


def test_nobody_keeps_the_answer(client):
    assert client.get("/healthz").headers["Cache-Control"] == "no-store"
