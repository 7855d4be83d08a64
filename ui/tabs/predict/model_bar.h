#pragma once

#include "ui/viewmodels/predict_controller.h"

#include <QWidget>

class QComboBox;

namespace nakama
{

/** Chooses the model that is asked: a run of the open workspace, or any checkpoint file. */
class ModelBar : public QWidget
{
    Q_OBJECT

public:
    ModelBar(Session& session, PredictController& predict, QWidget* parent = nullptr);

    void chooseFile();

private:
    void listModels();
    void ask(const AskedModel& model);
    void takeChoice();
    void useFile(const QString& path);

    Session& m_session;
    PredictController& m_predict;
    QComboBox* m_models;
    std::vector<AskedModel> m_listed; ///< as in the box; without times
    std::optional<AskedModel> m_file; ///< the last one that was chosen as a file
};

} // namespace nakama
