<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n urgent</numerusform>
            <numerusform>%n urgent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPanel</name>
    <message numerus="yes">
        <source>%n event(s) ahead</source>
        <translation>
            <numerusform>%n event ahead</numerusform>
            <numerusform>%n events ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since then</source>
        <translation>
            <numerusform>%n change since then</numerusform>
            <numerusform>%n changes since then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) ahead will be shown as cancelled on the patient&apos;s telephone.</source>
        <translation>
            <numerusform>%n event ahead will be shown as cancelled on the patient&apos;s telephone.</numerusform>
            <numerusform>%n events ahead will be shown as cancelled on the patient&apos;s telephone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) for the patient</source>
        <translation>
            <numerusform>%n change for the patient</numerusform>
            <numerusform>%n changes for the patient</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in {folder}</source>
        <translation>
            <numerusform>%n file in {folder}</numerusform>
            <numerusform>%n files in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarTask</name>
    <message numerus="yes">
        <source>%n handed-out calendar(s) not true any more</source>
        <translation>
            <numerusform>%n handed-out calendar not true any more</numerusform>
            <numerusform>%n handed-out calendars not true any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapacityWords</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) booked on a closed day</source>
        <translation>
            <numerusform>%n visit booked on a closed day</numerusform>
            <numerusform>%n visits booked on a closed day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without time or place</source>
        <translation>
            <numerusform>%n visit without time or place</numerusform>
            <numerusform>%n visits without time or place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) outside the window</source>
        <translation>
            <numerusform>%n dose outside the window</numerusform>
            <numerusform>%n doses outside the window</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message numerus="yes">
        <source>%n more value(s)</source>
        <translation>
            <numerusform>%n more value</numerusform>
            <numerusform>%n more values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistSection</name>
    <message numerus="yes">
        <source>No to all %n question(s)</source>
        <translation>
            <numerusform>No to %n question</numerusform>
            <numerusform>No to all %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosureForm</name>
    <message numerus="yes">
        <source>At most %n day(s) at a time.</source>
        <translation>
            <numerusform>At most %n day at a time.</numerusform>
            <numerusform>At most %n days at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked visit(s) on these days. They stay until they are moved.</source>
        <translation>
            <numerusform>%n booked visit on these days. It stays until it is moved.</numerusform>
            <numerusform>%n booked visits on these days. They stay until they are moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosuresSection</name>
    <message numerus="yes">
        <source>%n to move</source>
        <translation>
            <numerusform>%n to move</numerusform>
            <numerusform>%n to move</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message numerus="yes">
        <source>All %n in the list of patients</source>
        <translation>
            <numerusform>%n in the list of patients</numerusform>
            <numerusform>All %n in the list of patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysField</name>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message numerus="yes">
        <source>%n patient(s) imported</source>
        <translation>
            <numerusform>%n patient imported</numerusform>
            <numerusform>%n patients imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandedOutPanel</name>
    <message numerus="yes">
        <source>%n calendar(s) written.</source>
        <translation>
            <numerusform>%n calendar written.</numerusform>
            <numerusform>%n calendars written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a calendar</source>
        <translation>
            <numerusform>%n without a calendar</numerusform>
            <numerusform>%n without a calendar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeCounts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n syringe(s)</source>
        <translation>
            <numerusform>%n syringe</numerusform>
            <numerusform>%n syringes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeDetail</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeExports</name>
    <message numerus="yes">
        <source>%n calendar(s) written.</source>
        <translation>
            <numerusform>%n calendar written.</numerusform>
            <numerusform>%n calendars written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a calendar: see the list in the folder.</source>
        <translation>
            <numerusform>%n without a calendar: see the list in the folder.</numerusform>
            <numerusform>%n without a calendar: see the list in the folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) sent to the printer.</source>
        <translation>
            <numerusform>%n plan sent to the printer.</numerusform>
            <numerusform>%n plans sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) written.</source>
        <translation>
            <numerusform>%n plan written.</numerusform>
            <numerusform>%n plans written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n of them are out; what is in the folder is listed there.</source>
        <translation>
            <numerusform>Cancelled. %n of them is out; what is in the folder is listed there.</numerusform>
            <numerusform>Cancelled. %n of them are out; what is in the folder is listed there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message numerus="yes">
        <source>%n patient(s) can be taken in.</source>
        <translation>
            <numerusform>%n patient can be taken in.</numerusform>
            <numerusform>%n patients can be taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n patient(s)</source>
        <translation>
            <numerusform>Take in %n patient</numerusform>
            <numerusform>Take in %n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at this first. If it is right as it is, %n patient(s) can be taken in.</source>
        <translation>
            <numerusform>Look at this first. If it is right as it is, %n patient can be taken in.</numerusform>
            <numerusform>Look at this first. If it is right as it is, %n patients can be taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is right: take in %n patient(s)</source>
        <translation>
            <numerusform>It is right: take in %n patient</numerusform>
            <numerusform>It is right: take in %n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientCounts</name>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n reaction</numerusform>
            <numerusform>%n reactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n local reaction(s)</source>
        <translation>
            <numerusform>%n local reaction</numerusform>
            <numerusform>%n local reactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n years</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) dispensed</source>
        <translation>
            <numerusform>%n dose dispensed</numerusform>
            <numerusform>%n doses dispensed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n syringe(s)</source>
        <translation>
            <numerusform>%n syringe</numerusform>
            <numerusform>%n syringes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message numerus="yes">
        <source>%n in the unit</source>
        <translation>
            <numerusform>%n in the unit</numerusform>
            <numerusform>%n in the unit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) imported</source>
        <translation>
            <numerusform>%n patient imported</numerusform>
            <numerusform>%n patients imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanSheetPanel</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupplyCard</name>
    <message numerus="yes">
        <source>%n dose(s) left at home</source>
        <translation>
            <numerusform>%n dose left at home</numerusform>
            <numerusform>%n doses left at home</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message numerus="yes">
        <source>%n to do</source>
        <translation>
            <numerusform>%n to do</numerusform>
            <numerusform>%n to do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayCounts</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not given</source>
        <translation>
            <numerusform>%n not given</numerusform>
            <numerusform>%n not given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n observed</source>
        <translation>
            <numerusform>%n observed</numerusform>
            <numerusform>%n observed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message numerus="yes">
        <source>%n question(s) wait for an answer</source>
        <translation>
            <numerusform>%n question left</numerusform>
            <numerusform>%n questions left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekCounts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n observed</source>
        <translation>
            <numerusform>%n observed</numerusform>
            <numerusform>%n observed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>observation %n min</source>
        <translation>
            <numerusform>observation %n min</numerusform>
            <numerusform>observation %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n w</source>
        <translation>
            <numerusform>%n w</numerusform>
            <numerusform>%n w</numerusform>
        </translation>
    </message>
</context>
</TS>
