/// The phrases of ``IntentPhrases`` in German, French, Spanish, Italian, Dutch and Portuguese.
enum OtherIntentPhrases {
    static let all: [IntentPhrases.Row] = [
        (
            .add, 2.2,
            """
            ^ bitte? fuge/lade/hol/hole/besorg/besorge/nimm/lad
            hinzufugen
            hinzu $
            mochte/mochten/will/wollen/wurde * sehen/schauen/gucken/haben
            hatte gern/gerne
            herunterladen $
            runterladen $
            ich/wir brauche/brauchen/will/mochte/wollen
            ^ s'il? ajoute/ajouter/ajoutez/telecharge/telecharger/telechargez/prends/mets/trouve
            je/on/nous veux/voudrais/veut/voudrait/aimerais/voulons
            peux/peut/pouvez tu/on/vous * ajouter/telecharger/mettre/trouver/avoir
            ajoute/telecharge
            ^ por? favor? anade/agrega/descarga/baja/pon/consigue/descargar/anadir/quiero/queremos/busca
            quiero/quisiera/queremos/quieren/quiere
            anade/agrega/descarga/descargame/bajame
            puedes anadir/descargar/agregar/poner
            me gustaria ver
            ^ aggiungi/scarica/prendi/metti/voglio/vorrei/scaricami
            voglio/vorrei/vorremmo/vogliamo
            puoi aggiungere/scaricare/mettere
            aggiungi/scarica
            ^ voeg/download/zet/haal
            voeg * toe
            toevoegen $
            wil/wilt/willen/wou * zien/kijken/hebben
            kun/kan je * toevoegen/downloaden
            ^ adicione/adiciona/baixe/baixa/coloque/quero/adicionar/baixar/poe
            quero/queria/queremos/gostaria
            pode/podes/poderia adicionar/baixar/colocar
            """
        ),
        (
            .remove, 4.4,
            """
            losche/loschen/entferne/entfernen/entfern
            nicht mehr sehen/haben
            will/mochte/brauche * nicht mehr
            nimm * raus/weg
            schmeis/wirf * raus/weg
            storniere/stornieren
            keine neuen folgen
            supprime/supprimer/supprimez/enleve/enlever/retire/retirer/efface/effacer/annule/annuler
            ne veux plus
            veux plus
            elimina/borra/quita/eliminar/borrar/quitar/suprime/cancela/cancelar
            ya no quiero
            no quiero * mas
            rimuovi/rimuovere/cancella/cancellare/togli/eliminare/annulla
            non voglio piu
            verwijder/verwijderen/wis/annuleer
            hoef * niet meer
            wil * niet meer
            remova/remove/apague/apagar/exclua/excluir/tire/cancele
            nao quero mais
            """
        ),
        (
            .status, 4,
            """
            was wird gerade/aktuell
            wird gerade * geladen/heruntergeladen
            wie weit ist
            wie lange dauert/noch
            wann ist * fertig
            ist * fertig/da/angekommen/heruntergeladen/geladen
            stand der/meiner
            wie steht es/um
            lauft gerade
            laden/ladt gerade
            wie viel platz/speicher
            was ladt
            ou en est/sont
            en cours
            est ce que * termine/fini/pret/telecharge
            qu'est? ce qui telecharge
            etat des/du/de
            combien de temps
            combien d espace
            combien de place
            que se esta
            esta descargando
            esta bajando
            se esta descargando
            estado de
            como van/va
            cuanto falta
            cuanto espacio
            ya esta/termino * descargado/lista/listo
            descargas activas
            cosa sta/stai scaricando
            sta scaricando
            stato dei/del/di
            a che punto
            quanto manca
            quanto spazio
            e pronto/finito
            wat wordt/is er
            wordt er gedownload
            aan het downloaden
            hoe ver is
            hoe lang duurt
            hoeveel ruimte
            is * klaar/binnen
            status
            o que esta
            esta baixando
            esta sendo baixado
            quanto falta
            quanto espaco
            andamento
            ja baixou/terminou
            """
        ),
        (
            .search, 4.2,
            """
            haben wir
            hab/habe ich
            habe/haben ich/wir * schon
            gibt es * schon/in
            ist * in meiner/unserer/der bibliothek/sammlung
            welche * haben wir
            welche staffeln/filme/serien
            est ce qu/que on/nous/j a/avons/ai
            on a
            avons nous
            avez vous
            ai je
            as tu
            a t on
            est * dans ma/notre/la bibliotheque
            quelles saisons
            tenemos/tengo
            esta * en mi/la/nuestra biblioteca
            que temporadas
            abbiamo
            ho gia
            nella mia/nostra libreria
            e * nella libreria
            hebben we/wij
            heb ik/je
            staat * in mijn/onze/de bibliotheek
            welke seizoenen
            temos/tenho
            nos temos
            esta na/em minha/nossa biblioteca
            """
        ),
        (
            .calendar, 4.3,
            """
            wann kommt/kommen/lauft/startet/erscheint/gibt/geht
            welche folgen kommen/laufen
            was kommt/lauft/erscheint
            neue folge/folgen
            nachste folge
            quand sort/sortent/est/passe/arrive/commence/sera
            prochain/prochaine/prochains episode
            sorties/sort
            que sort cette
            cuando sale/salen/se/es/llega/vuelve/empieza
            proximo/proximos episodio/episodios/capitulo/estrenos/estreno
            estrenos
            que sale
            quando esce/escono/va/arriva/torna/inizia/e
            prossimo episodio/puntata
            prossima puntata/stagione
            cosa esce
            prossime uscite
            wanneer komt/komen/is/verschijnt/begint/start
            volgende aflevering
            wat komt er
            quando sai/saem/estreia/chega/volta/comeca/lanca/e
            proximo episodio
            proximos lancamentos
            o que sai
            """
        ),
        (
            .diagnose, 4.8,
            """
            warum/wieso/weshalb
            geht nicht
            funktioniert/klappt/klappen * nicht
            fehlgeschlagen
            hangt/hangen
            was ist los
            stimmt nicht
            fehler
            kaputt
            pourquoi
            ne marche/fonctionne pas/plus
            marche/fonctionne pas/plus
            bloque/bloques
            erreur/erreurs
            echoue
            probleme
            por que * no
            porque no
            no funciona/funcionan/descarga/importa
            fallo/fallado/falla/fallan
            atascado/atascada/atascadas
            algo va mal
            perche
            non funziona/funzionano/va/scarica/importa
            bloccato/bloccati/fallito
            errore/errori
            waarom
            werkt/werken * niet
            mislukt/mislukte
            vastgelopen
            loopt vast
            fout
            kapot
            por que
            porque
            nao funciona/esta/baixa/importa
            falhou/travado/travados/parado/parou
            erro/erros
            """
        ),
        (
            .audit, 5,
            """
            prufe/uberprufe/checke/kontrolliere/kontrollier/pruf * einstellungen/konfiguration/setup/profile/profil/einrichtung
            einstellungen/konfiguration * ok/okay/richtig/gut/korrekt
            sind/ist * einstellungen/konfiguration/konfiguriert/eingerichtet
            richtig eingestellt/konfiguriert/eingerichtet
            verifie/verifier/verifiez/controle/regarde/analyse * parametres/reglages/configuration/config/profils
            parametres/reglages/configuration/config * bons/bonne/correcte/corrects/ok
            bien configure
            ma configuration
            mes reglages/parametres
            revisa/comprueba/verifica/analiza/revisar * configuracion/ajustes/perfiles/config
            mi/la configuracion * bien/correcta/buena/ok
            mis ajustes
            bien configurado
            controlla/verifica/analizza/rivedi * impostazioni/configurazione/profili
            le mie impostazioni
            mia configurazione
            controleer/check/bekijk * instellingen/configuratie/profielen
            mijn instellingen/configuratie
            goed ingesteld
            verifique/verifica/confira/analise/revise * configuracoes/configuracao/perfis/ajustes
            minhas configuracoes
            minha configuracao
            """
        ),
        (
            .control, 4.9,
            """
            pausiere/pausieren/anhalten/stoppe/stoppen/fortsetzen/drossle/drosseln
            halte * an
            setze * fort
            downloads stoppen/anhalten/pausieren/fortsetzen/starten
            noch mal/einmal
            nochmal/erneut
            such/suche * neu/nochmal/erneut
            anderes/andere/anderen release/version
            begrenze/begrenzen
            langsamer
            weiter laden
            mets/mettre * pause
            pause
            reprends/reprendre/relance/relancer/arrete/arreter/suspends/limite/limiter/reessaie/reessayer/ralentis
            une autre version/release
            cherche encore
            pausa/pausar/reanuda/reanudar/deten/detener/reintenta/reintentar/limita/limitar/para
            vuelve a buscar/intentar/descargar
            otra version
            busca * otra vez
            metti in pausa
            sospendi/riprendi/riprova/ferma/limita/riavvia
            un'? altra versione
            cerca di nuovo
            di nuovo
            pauzeer/pauzeren/hervat/hervatten/stop/stoppen/beperk
            probeer * opnieuw
            opnieuw
            zet * op pauze
            andere release/versie
            zoek opnieuw
            pause/pausar/retome/retomar/continue/pare/parar/limite/limitar
            tente/tentar * novamente/outra
            de novo
            novamente
            outra versao
            """
        ),
        (
            .recommend, 4.5,
            """
            empfiehl/empfehle/empfehlen/empfehlung/empfehlungen/vorschlag/vorschlage
            schlag * vor
            so was/etwas wie
            ahnlich/ahnliche/ahnliches wie?
            was soll ich/wir * sehen/schauen
            etwas lustiges/spannendes
            recommande/recommander/recommandez/suggere/conseille/conseiller/propose/proposer
            quelque chose comme/de
            que regarder
            dans le genre
            films/series comme
            recomienda/recomiendame/recomiendas/recomendacion/sugiere/sugiereme
            algo como/parecido
            parecido/parecida/parecidas a
            que puedo/podemos ver
            que veo
            consiglia/consigliami/consigli/suggerisci/suggeriscimi/raccomanda
            qualcosa come/di/simile
            simile/simili a
            cosa guardo/posso/guardiamo
            beveel/aanbevelen/aanraden/raad/tip/tips
            iets als/zoals
            vergelijkbaar met
            wat moet/zal/kan ik/we * kijken
            recomende/recomenda/indique/sugira/recomendacao
            algo parecido/como/tipo
            parecido com
            o que assistir
            """
        ),
        (
            .help, 5,
            """
            ^ hilfe
            was kannst/konnen du
            was kann ich hier
            wer bist du
            wie fuge/kann/verbinde/funktioniert/benutze/lade/geht/richte
            was ist ein/eine
            was bedeutet/heist
            wo finde/ist/finde * api/schlussel/key
            ^ aide
            aide moi
            que sais/peux tu
            qu'? est ce que tu peux
            qui es tu
            comment ajouter/utiliser/ca/faire/connecter/je/on/fonctionne
            que veut dire
            que signifie
            ou trouver/est * cle
            ^ ayuda
            que puedes hacer
            que sabes hacer
            quien eres
            como puedo/anado/uso/se/conecto/funciona/agrego
            que significa/es un/una
            ^ aiuto
            cosa puoi/sai fare
            chi sei
            come posso/si/faccio/funziona/aggiungo/collego
            cosa significa
            che cos e
            ^ help
            wat kun/kan je
            wie ben je
            hoe voeg/kan/werkt/gebruik/verbind
            wat betekent
            wat is een
            ^ ajuda
            o que voce/podes pode/faz/fazer
            quem e voce/es
            como faco/posso/funciona/adiciono/uso/eu/conecto
            o que significa
            o que e um/uma
            """
        ),
        (
            .offTopic, 4.4,
            """
            wetter
            witz
            gedicht
            hauptstadt
            wie spat
            wer hat * gewonnen
            ^ danke
            ^ hallo $
            ^ guten morgen/tag/abend
            meteo
            quel temps
            blague
            poeme
            capitale
            quelle heure
            ^ merci
            ^ bonjour
            ^ salut
            qui a gagne
            tiempo hace
            chiste
            poema
            capital de
            que hora
            ^ gracias
            ^ hola
            ^ buenos dias
            quien gano
            che tempo
            barzelletta
            poesia
            che ore/ora
            ^ grazie
            ^ ciao
            ^ buongiorno
            chi ha vinto
            weer
            mop
            gedicht
            hoofdstad
            hoe laat
            ^ bedankt
            ^ dank je
            ^ hoi
            ^ goedemorgen
            tempo em
            previsao do tempo
            piada
            que horas
            ^ obrigado
            ^ obrigada
            ^ oi
            ^ ola
            ^ bom dia
            """
        ),
    ]
}
