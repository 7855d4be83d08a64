<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>nakama::AgreementDialog</name>
    <message numerus="yes">
        <source>All annotators, on the %n picture(s) that each has answered: Fleiss&apos; kappa %1.</source>
        <translation>
            <numerusform>All annotators, on the %n picture that each has answered: Fleiss&apos; kappa %1.</numerusform>
            <numerusform>All annotators, on the %n pictures that each has answered: Fleiss&apos; kappa %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::AnswersBar</name>
    <message numerus="yes">
        <source>%n picture(s) answered</source>
        <translation>
            <numerusform>%n picture answered</numerusform>
            <numerusform>%n pictures answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::BrowsePanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ClassesPanel</name>
    <message numerus="yes">
        <source>Of the %n chosen picture(s)</source>
        <translation>
            <numerusform>Of the %n chosen picture</numerusform>
            <numerusform>Of the %n chosen pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CollectClassesModel</name>
    <message numerus="yes">
        <source>Only %n would come</source>
        <translation>
            <numerusform>Only %n would come</numerusform>
            <numerusform>Only %n would come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would come</source>
        <translation>
            <numerusform>%n would come</numerusform>
            <numerusform>%n would come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CollectController</name>
    <message numerus="yes">
        <source>Paused; %Ln picture(s) collected in this run.</source>
        <translation>
            <numerusform>Paused; %Ln picture collected in this run.</numerusform>
            <numerusform>Paused; %Ln pictures collected in this run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %Ln picture(s) collected in this run stay.</source>
        <translation>
            <numerusform>Stopped; %Ln picture collected in this run stays.</numerusform>
            <numerusform>Stopped; %Ln pictures collected in this run stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished; %Ln picture(s) collected in this run.</source>
        <translation>
            <numerusform>Finished; %Ln picture collected in this run.</numerusform>
            <numerusform>Finished; %Ln pictures collected in this run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CollectStatus</name>
    <message numerus="yes">
        <source>%Ln picture(s) would come, about %1. The disk has %2 free.</source>
        <translation>
            <numerusform>%Ln picture would come, about %1. The disk has %2 free.</numerusform>
            <numerusform>%Ln pictures would come, about %1. The disk has %2 free.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ComparisonPage</name>
    <message numerus="yes">
        <source>Copies count as one: %n group(s).</source>
        <translation>
            <numerusform>Copies count as one: %n group.</numerusform>
            <numerusform>Copies count as one: %n groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) that all of them answered.</source>
        <translation>
            <numerusform>On %n picture that all of them answered.</numerusform>
            <numerusform>On %n pictures that all of them answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ComparisonTables</name>
    <message numerus="yes">
        <source>%n group(s) cross</source>
        <translation>
            <numerusform>%n group crosses</numerusform>
            <numerusform>%n groups cross</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CopiesDialog</name>
    <message numerus="yes">
        <source>%n picture(s) were looked through, and none is a copy of another.</source>
        <translation>
            <numerusform>%n picture was looked through, and it has no copy.</numerusform>
            <numerusform>%n pictures were looked through, and none is a copy of another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Setting copies aside takes %n picture(s) out of split and training.</source>
        <translation>
            <numerusform>Setting copies aside takes %n picture out of split and training.</numerusform>
            <numerusform>Setting copies aside takes %n pictures out of split and training.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in the split now.</source>
        <translation>
            <numerusform>%n of them is in the split now.</numerusform>
            <numerusform>%n of them are in the split now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo brings %n picture(s) back; split again to train on them.</source>
        <translation>
            <numerusform>Undo brings %n picture back; split again to train on it.</numerusform>
            <numerusform>Undo brings %n pictures back; split again to train on them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read, so their copies are not known.</source>
        <translation>
            <numerusform>%n picture could not be read, so its copies are not known.</numerusform>
            <numerusform>%n pictures could not be read, so their copies are not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::DanbooruAccount</name>
    <message numerus="yes">
        <source>%n tag(s) in one search</source>
        <translation>
            <numerusform>%n tag in one search</numerusform>
            <numerusform>%n tags in one search</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::DatasetTab</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a label</source>
        <translation>
            <numerusform>%n without a label</numerusform>
            <numerusform>%n without a label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the true test</source>
        <translation>
            <numerusform>%n in the true test</numerusform>
            <numerusform>%n in the true test</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::EditText</name>
    <message numerus="yes">
        <source>%n picture(s) stay as they are: %1.</source>
        <translation>
            <numerusform>%n picture stays as it is: %1.</numerusform>
            <numerusform>%n pictures stay as they are: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) out of the split</source>
        <translation>
            <numerusform>%n picture out of the split</numerusform>
            <numerusform>%n pictures out of the split</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) put into %1</source>
        <comment>a part of the split</comment>
        <translation>
            <numerusform>%n picture put into %1</numerusform>
            <numerusform>%n pictures put into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) moved to %1</source>
        <comment>a pool</comment>
        <translation>
            <numerusform>%n picture moved to %1</numerusform>
            <numerusform>%n pictures moved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from the bin</source>
        <translation>
            <numerusform>%n picture from the bin</numerusform>
            <numerusform>%n pictures from the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to the bin</source>
        <translation>
            <numerusform>%n picture to the bin</numerusform>
            <numerusform>%n pictures to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken back</source>
        <translation>
            <numerusform>%n picture taken back</numerusform>
            <numerusform>%n pictures taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) set aside</source>
        <translation>
            <numerusform>%n copy set aside</numerusform>
            <numerusform>%n copies set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) excluded</source>
        <translation>
            <numerusform>%n picture excluded</numerusform>
            <numerusform>%n pictures excluded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) marked “%1”</source>
        <translation>
            <numerusform>%n picture marked “%1”</numerusform>
            <numerusform>%n pictures marked “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) taken off</source>
        <translation>
            <numerusform>%n label taken off</numerusform>
            <numerusform>%n labels taken off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to %1</source>
        <comment>relabelled to a class</comment>
        <translation>
            <numerusform>%n picture to %1</numerusform>
            <numerusform>%n pictures to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split of %n picture(s)</source>
        <comment>parts that changed</comment>
        <translation>
            <numerusform>Split of %n picture</numerusform>
            <numerusform>Split of %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %n picture(s)</source>
        <translation>
            <numerusform>Import of %n picture</numerusform>
            <numerusform>Import of %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::EstimateBar</name>
    <message numerus="yes">
        <source>%n labelled picture(s)</source>
        <translation>
            <numerusform>%n labelled picture</numerusform>
            <numerusform>%n labelled pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the run does not know their class</source>
        <translation>
            <numerusform>%n left out: the run does not know their class</numerusform>
            <numerusform>%n left out: the run does not know their class</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::EvaluationNotice</name>
    <message numerus="yes">
        <source>%n picture(s) were changed since this evaluation: the figures are of before.</source>
        <translation>
            <numerusform>%n picture was changed since this evaluation: the figures are of before.</numerusform>
            <numerusform>%n pictures were changed since this evaluation: the figures are of before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::FailuresPanel</name>
    <message numerus="yes">
        <source>%n could not be had</source>
        <translation>
            <numerusform>%n could not be had</numerusform>
            <numerusform>%n could not be had</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::HealthDialog</name>
    <message numerus="yes">
        <source>Nothing is wrong with the %n picture(s).</source>
        <translation>
            <numerusform>Nothing is wrong with the %n picture.</numerusform>
            <numerusform>Nothing is wrong with the %n pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were looked at. Enter shows those of a finding.</source>
        <translation>
            <numerusform>%n picture was looked at. Enter shows those of a finding.</numerusform>
            <numerusform>%n pictures were looked at. Enter shows those of a finding.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were not searched for copies yet: “Copies…” does that.</source>
        <translation>
            <numerusform>%n of them were not searched for copies yet: “Copies…” does that.</numerusform>
            <numerusform>%n of them were not searched for copies yet: “Copies…” does that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>files and folders that are imported</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) found.</source>
        <translation>
            <numerusform>%n file found.</numerusform>
            <numerusform>%n files found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) match no class of this workspace: decide what they become.</source>
        <translation>
            <numerusform>%n folder matches no class of this workspace: decide what it becomes.</numerusform>
            <numerusform>%n folders match no class of this workspace: decide what they become.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ImportLabelsDialog</name>
    <message numerus="yes">
        <source>Nothing was imported: %n row(s) are bad.</source>
        <translation>
            <numerusform>Nothing was imported: %n row is bad.</numerusform>
            <numerusform>Nothing was imported: %n rows are bad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were read.</source>
        <translation>
            <numerusform>%n row was read.</numerusform>
            <numerusform>%n rows were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) have another label or mark now.</source>
        <translation>
            <numerusform>%n picture has another label or mark now.</numerusform>
            <numerusform>%n pictures have another label or mark now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were refused.</source>
        <translation>
            <numerusform>%n row was refused.</numerusform>
            <numerusform>%n rows were refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ImportReportDialog</name>
    <message numerus="yes">
        <source>%n picture(s) imported</source>
        <translation>
            <numerusform>%n picture imported</numerusform>
            <numerusform>%n pictures imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::JobSummary</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Job list, %n running</source>
        <translation>
            <numerusform>Job list, %n running</numerusform>
            <numerusform>Job list, %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::LabelTab</name>
    <message numerus="yes">
        <source>%n for later</source>
        <translation>
            <numerusform>%n for later</numerusform>
            <numerusform>%n for later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::LabelTables</name>
    <message numerus="yes">
        <source>%n label(s) were written to %1.</source>
        <translation>
            <numerusform>%n label was written to %1.</numerusform>
            <numerusform>%n labels were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::MetricsPanel</name>
    <message numerus="yes">
        <source>%n group(s) of copies cross into the training pictures: the figures are too good</source>
        <translation>
            <numerusform>%n group of copies crosses into the training pictures: the figures are too good</numerusform>
            <numerusform>%n groups of copies cross into the training pictures: the figures are too good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>intervals over %n group(s) of copies</source>
        <translation>
            <numerusform>intervals over %n group of copies</numerusform>
            <numerusform>intervals over %n groups of copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ModelText</name>
    <message numerus="yes">
        <source>Answered by %1 after epoch %2 with %n class(es); RGB, %3, middle %4 × %4 pixels.</source>
        <translation>
            <numerusform>Answered by %1 after epoch %2 with %n class; RGB, %3, middle %4 × %4 pixels.</numerusform>
            <numerusform>Answered by %1 after epoch %2 with %n classes; RGB, %3, middle %4 × %4 pixels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Probabilities are as the model gives them, and no picture is refused. Evaluating the run calibrates them and fits what is refused, on %n validation picture(s) or more.</source>
        <translation>
            <numerusform>Probabilities are as the model gives them, and no picture is refused. Evaluating the run calibrates them and fits what is refused, on %n validation picture or more.</numerusform>
            <numerusform>Probabilities are as the model gives them, and no picture is refused. Evaluating the run calibrates them and fits what is refused, on %n validation pictures or more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::PictureActions</name>
    <message numerus="yes">
        <source>Delete %n picture(s) in the bin for good?</source>
        <translation>
            <numerusform>Delete %n picture in the bin for good?</numerusform>
            <numerusform>Delete %n pictures in the bin for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::PicturesPanel</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ReliabilityChart</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::RunActions</name>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) with everything in their folders?</source>
        <translation>
            <numerusform>Delete %n run with everything in its folder?</numerusform>
            <numerusform>Delete %n runs with everything in their folders?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::SettingsPanel</name>
    <message numerus="yes">
        <source>%n setting(s) in all</source>
        <translation>
            <numerusform>%n setting in all</numerusform>
            <numerusform>%n settings in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ; the others are the same.</source>
        <translation>
            <numerusform>%n setting differs; the others are the same.</numerusform>
            <numerusform>%n settings differ; the others are the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::SplitPanel</name>
    <message numerus="yes">
        <source>%n picture(s) beyond the limits were left out; the largest class to the smallest was %1, and is %2 now.</source>
        <translation>
            <numerusform>%n picture beyond the limits was left out; the largest class to the smallest was %1, and is %2 now.</numerusform>
            <numerusform>%n pictures beyond the limits were left out; the largest class to the smallest was %1, and is %2 now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were left out, since the true test has copies of them.</source>
        <translation>
            <numerusform>%n picture was left out, since the true test has a copy of it.</numerusform>
            <numerusform>%n pictures were left out, since the true test has copies of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were put into their part by hand since. Splitting again gives them a part anew; undoing the split brings theirs back.</source>
        <translation>
            <numerusform>%n picture was put into its part by hand since. Splitting again gives it a part anew; undoing the split brings its own back.</numerusform>
            <numerusform>%n pictures were put into their part by hand since. Splitting again gives them a part anew; undoing the split brings theirs back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::SplitPreview</name>
    <message numerus="yes">
        <source>some of %n more class(es)</source>
        <translation>
            <numerusform>some of %n more class</numerusform>
            <numerusform>some of %n more classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To level up, %n class(es) need %L1 more pictures.</source>
        <translation>
            <numerusform>To level up, %n class needs %L1 more pictures.</numerusform>
            <numerusform>To level up, %n classes need %L1 more pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::SubmissionFlow</name>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n id(s) have no readable picture in the true test and keep the sample&apos;s own answer; they are listed under the details.</source>
        <translation>
            <numerusform>%n id has no readable picture in the true test and keeps the sample&apos;s own answer; it is listed under the details.</numerusform>
            <numerusform>%n ids have no readable picture in the true test and keep the sample&apos;s own answer; they are listed under the details.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::TileText</name>
    <message numerus="yes">
        <source>%n bit(s)</source>
        <translation>
            <numerusform>%n bit</numerusform>
            <numerusform>%n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::TrainingController</name>
    <message numerus="yes">
        <source>Stopped; all up to the last batch is kept, %n epoch(s) are finished.</source>
        <translation>
            <numerusform>Stopped; all up to the last batch is kept, %n epoch is finished.</numerusform>
            <numerusform>Stopped; all up to the last batch is kept, %n epochs are finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished; %n epoch(s) trained.</source>
        <translation>
            <numerusform>Finished; %n epoch trained.</numerusform>
            <numerusform>Finished; %n epochs trained.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::TrainingTrials</name>
    <message numerus="yes">
        <source>A batch of %n picture(s) takes about %1</source>
        <translation>
            <numerusform>A batch of %n picture takes about %1</numerusform>
            <numerusform>A batch of %n pictures takes about %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::WorkspaceFlow</name>
    <message numerus="yes">
        <source>%n job(s) of this workspace are still running. Stop them?</source>
        <translation>
            <numerusform>%n job of this workspace is still running. Stop it?</numerusform>
            <numerusform>%n jobs of this workspace are still running. Stop them?</numerusform>
        </translation>
    </message>
</context>
</TS>
